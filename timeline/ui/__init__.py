"""The one package that knows Streamlit: pages are made of these parts and compute nothing."""

from timeline.ui.frame import PAGES, Page, show
from timeline.ui.views import View

__all__ = ["PAGES", "Page", "View", "show"]
