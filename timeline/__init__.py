"""Biannian 编年: documents in, a sourced timeline out."""

from __future__ import annotations

__version__ = "0.1.0"
