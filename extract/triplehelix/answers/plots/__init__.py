"""Answer -> a drawing: a network, a map, a timeline or bars."""

from triplehelix.answers.plots.drawing import Plot, plot
from triplehelix.answers.plots.views import SUFFIXES, View, check_plot

__all__ = ["SUFFIXES", "Plot", "View", "check_plot", "plot"]
