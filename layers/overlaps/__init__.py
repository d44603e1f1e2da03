"""Every pair of bodies of two layers, exactly, and the measures of how the layers lie over one another."""
