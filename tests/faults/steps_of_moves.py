"""What workers do with moves and with statements of platforms."""

from functools import partial

from employment.platform_work.models import Statement
from employment.platform_work.tasks import read_statements
from employment.resettlement.tasks import end_kept
from tests.factories.moves import make_kept_move, make_statement

from .steps import of


@of("worker", task=end_kept)
def _contracts(request):
    make_kept_move(request.getfixturevalue("office"))
    return end_kept


@of("worker", task=read_statements, in_steps=True)
def _statements(request):
    """A file of which a part is in goes on there."""
    request.getfixturevalue("settings").STATEMENT_FOLDER = request.getfixturevalue("tmp_path") / "statements"
    statement = make_statement()
    return partial(_with_its_file, statement.pk, statement.place.read_bytes())


def _with_its_file(statement, content):
    """What is read is erased, and no database brings it back: the process finds the file where it looks for it."""
    place = Statement.objects.get(pk=statement).place
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
    read_statements()
