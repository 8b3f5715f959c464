"""How a plan begins: the page "Kế hoạch mới" and the plans it makes."""
