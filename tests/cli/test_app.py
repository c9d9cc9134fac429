"""The command line loads what is asked for alone, and finds it by the command's name."""

from typer.main import get_command_name

from medoffice_xl.cli.app import COMMANDS, asked, load_commands


def test_each_command_is_found_in_its_module() -> None:
    found = {
        command.name or get_command_name(command.callback.__name__): command.callback.__module__.rpartition(".")[2]
        for command in load_commands().registered_commands
        if command.callback
    }
    assert sorted(found.values()) == sorted(COMMANDS)
    assert {name: asked([name, "--help"]) for name in found} == {name: (module,) for name, module in found.items()}


def test_whatever_is_no_command_loads_them_all() -> None:
    assert asked([]) == asked(["--help"]) == asked(["nonsense"]) == ()
