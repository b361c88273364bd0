"""Gold articles -> the model of the trained reader. Nothing here is imported at run time; needs the `train` extra."""
