"""Files to take away: pictures, slides, spreadsheets and data of exactly the view an address names.

Everything here is a pure function of the landscape and the address's query; nothing reads
the screen. `makers.make` is the one job behind every export; `routes` runs it outside the
server's own threads. Matplotlib, python-pptx and the like are imported by the makers
alone, so that the server starts without them.
"""
