"""Where a pipeline runs: in this process, or in several on this machine.

An engine applies one function to a stream of items and gives the results in the order of the
items, holding only a few at a time, however long the stream.
"""
