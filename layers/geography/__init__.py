"""Small areas, the parts they make, and the footprints and borders made of parts."""
