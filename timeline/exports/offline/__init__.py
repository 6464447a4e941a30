"""The offline page's parts: its markup here, its style in `page.css`, its script in `page.js`."""
