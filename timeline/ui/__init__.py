"""The one package that knows Streamlit: pages are made of these parts and compute nothing."""

from timeline.ui.frame import PAGES, Page, View, show

__all__ = ["PAGES", "Page", "View", "show"]
