"""Web pages: what of a page is content, what of a site stands on every page."""
