"""The web application: pages, components and figures over the landscape in `layers`."""
