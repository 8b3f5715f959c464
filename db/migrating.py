"""The steps from an older schema, by Alembic. Imported only when one is due."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from db.backup import back_up
from db.engine import engine_for, writing
from plans.errors import Trouble
from resources.texts import gettext as _

_WAIT = 30.0


def migrate(path: Path, version: str) -> None:
    """Take the file from schema ``version`` to the current one: all steps or none, a backup beside it first."""
    back_up(path, backup_path(path, version))
    engine = engine_for(path, _WAIT, foreign_keys=False)
    try:
        with writing(engine).begin() as connection:
            command.upgrade(_config(connection), "head")
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
            if broken is not None:
                raise Trouble("library-damaged", path=path, reason=_("các bảng không khớp nhau"))
    finally:
        engine.dispose()


def backup_path(path: Path, version: str) -> Path:
    """Return where the file goes before it leaves schema ``version``: beside itself."""
    return path.with_name(f"{path.stem}.schema-{version or '0000'}{path.suffix}")


def _config(connection: Connection) -> Config:
    config = Config(attributes={"connection": connection})
    folder = str(Path(__file__).parent / "migrations")
    config.set_main_option("script_location", folder.replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
