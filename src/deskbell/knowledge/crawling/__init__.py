"""How a website is walked: which addresses belong to it, what a page says about itself, when to wait. Pure: nothing is fetched here."""
