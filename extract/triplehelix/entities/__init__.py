"""Mentions -> entities: one for each thing that the article names, with its name, aliases, kind and country."""

from triplehelix.entities.resolve import resolve

__all__ = ["resolve"]
