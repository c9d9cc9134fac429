"""Windows runs this; it ends when the last workbook has let go."""

from medoffice_xl.hosts.server.serving import serve

if __name__ == "__main__":
    serve()
