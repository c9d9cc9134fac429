"""placeholder"""


def run(book, say):
    raise NotImplementedError
