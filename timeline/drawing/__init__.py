"""Charts as drawings on a board, before anybody decides whether Plotly or SVG draws them."""
