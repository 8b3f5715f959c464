"""The commands and their arguments, said in the interface language (argparse knows only English)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from typing import NoReturn

from resources.texts import LANGUAGES, gettext

WRONG_USE = 2


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, gettext("Cách dùng: ") if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser that speaks the interface language and ends wrong use with exit code 2."""

    def __init__(self, **settings: object) -> None:
        super().__init__(formatter_class=_Formatter, add_help=False, allow_abbrev=False, **settings)  # type: ignore[arg-type]
        self._positionals.title = gettext("Tham số")
        self._optionals.title = gettext("Tùy chọn")
        self.add_argument("--help", "-h", action="help", help=gettext("xem cách dùng rồi thoát"))
        self.add_argument(
            "--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=gettext("ngôn ngữ: vi (mặc định) hoặc en")
        )

    def error(self, message: str) -> NoReturn:
        """Say in one sentence that the command is not used rightly; ``message`` is argparse's English, not shown."""
        self.print_usage(sys.stderr)
        say_wrong_use(gettext("Lệnh thiếu tham số hoặc có tham số không hợp lệ. Hãy xem {command} --help."), self.prog)


def say_wrong_use(sentence: str, command: str = "kehoach") -> NoReturn:
    """Print ``sentence`` (its {command} filled in) on standard error and end with exit code 2."""
    print(sentence.format(command=command), file=sys.stderr)
    raise SystemExit(WRONG_USE)


def _year(text: str) -> int:
    year = int(text)
    if not 1990 <= year <= 2100:
        raise argparse.ArgumentTypeError(text)
    return year


def _offer_issued(parser: Parser) -> None:
    parser.add_argument("--issued", action="store_true", help=gettext("ghi bản phát hành (bản sạch) và soát ngay"))


def _offer_template(parser: Parser) -> None:
    parser.add_argument("--template", metavar="FILE.docx", help=gettext("dùng mẫu riêng của cơ quan thay mẫu có sẵn"))


def build() -> Parser:
    """Return the parser of the whole command line."""
    parser = Parser(
        prog="kehoach",
        description=gettext("Soạn kế hoạch của Ủy ban nhân dân cấp xã, không cần mạng. Không có lệnh: mở cửa sổ."),
    )
    commands = parser.add_subparsers(dest="command", title=gettext("Lệnh"), parser_class=Parser, metavar="")
    convert = commands.add_parser("convert", help=gettext("đọc một kế hoạch và ghi ra .docx, .pdf hoặc .kehoach"))
    convert.add_argument("source", metavar="SOURCE", help=gettext("tệp nguồn .docx .doc .pdf .txt .kehoach"))
    convert.add_argument("out", metavar="OUT", help=gettext("tệp kết quả .docx .pdf .kehoach"))
    convert.add_argument("--year", type=_year, help=gettext("làm lại cho năm này trước khi ghi"))
    convert.add_argument("--report", metavar="R.json", help=gettext("ghi báo cáo nhận dạng vào tệp này"))
    _offer_issued(convert)
    _offer_template(convert)
    inspect = commands.add_parser("inspect", help=gettext("xem nhận ra được gì và chưa nhận ra gì trong một tệp"))
    inspect.add_argument("source", metavar="SOURCE", help=gettext("tệp cần xem"))
    inspect.add_argument("--json", action="store_true", help=gettext("in dạng JSON"))
    audit = commands.add_parser("audit", help=gettext("soát thể thức một tệp .docx theo Nghị định 30/2020/NĐ-CP"))
    audit.add_argument("source", metavar="FILE.docx", help=gettext("tệp cần soát"))
    audit.add_argument("--json", action="store_true", help=gettext("in dạng JSON"))
    audit.add_argument("--issued", action="store_true", help=gettext("soát như văn bản đã ban hành"))
    new = commands.add_parser("new", help=gettext("tạo một kế hoạch trống"))
    new.add_argument("out", metavar="OUT.kehoach", help=gettext("tệp kế hoạch sẽ tạo"))
    new.add_argument("--sample", action="store_true", help=gettext("tạo từ kế hoạch mẫu"))
    commands.add_parser("list", help=gettext("liệt kê kế hoạch trong thư viện"))
    bring = commands.add_parser("import", help=gettext("đọc một tệp vào thư viện"))
    bring.add_argument("source", metavar="SOURCE", help=gettext("tệp nguồn .docx .doc .pdf .txt .kehoach"))
    export = commands.add_parser("export", help=gettext("ghi một kế hoạch của thư viện ra tệp"))
    export.add_argument("plan", metavar="ID", help=gettext("mã kế hoạch, xem bằng kehoach list"))
    export.add_argument("out", metavar="OUT", help=gettext("tệp kết quả .docx .pdf .kehoach"))
    _offer_issued(export)
    _offer_template(export)
    _add_word_commands(commands)
    _add_template_commands(commands)
    return parser


def _add_template_commands(commands: argparse._SubParsersAction[Parser]) -> None:
    template = commands.add_parser("template", help=gettext("kiểm tra mẫu Word riêng của cơ quan"))
    actions = template.add_subparsers(
        dest="action", title=gettext("Lệnh"), parser_class=Parser, metavar="", required=True
    )
    check = actions.add_parser("check", help=gettext("nêu mọi lỗi của một mẫu cùng lúc, mỗi lỗi ở chỗ của nó"))
    check.add_argument("source", metavar="FILE.docx", help=gettext("tệp mẫu cần kiểm tra"))
    check.add_argument("--json", action="store_true", help=gettext("in dạng JSON"))


def _add_word_commands(commands: argparse._SubParsersAction[Parser]) -> None:
    back = commands.add_parser("return", help=gettext("đưa các sửa đổi trong Word của một tệp đã xuất về kế hoạch"))
    back.add_argument("source", metavar="EDITED.docx", help=gettext("tệp đã xuất rồi sửa trong Word"))
    back.add_argument("--into", metavar="PLAN.kehoach", required=True, help=gettext("kế hoạch nhận các sửa đổi"))
    back.add_argument("--report", metavar="R.json", help=gettext("ghi báo cáo các sửa đổi vào tệp này"))
    back.add_argument(
        "--revisions",
        choices=("accept", "reject"),
        default="accept",
        help=gettext("coi sửa đổi có theo dõi là đã chấp nhận (accept) hoặc từ chối (reject)"),
    )
    compare = commands.add_parser(
        "compare", help=gettext("ghi khác biệt của hai bản thành sửa đổi theo dõi trong Word")
    )
    compare.add_argument("old", metavar="OLD", help=gettext("bản cũ, .docx hoặc .kehoach"))
    compare.add_argument("new", metavar="NEW", help=gettext("bản mới, .docx hoặc .kehoach"))
    compare.add_argument("out", metavar="OUT.docx", help=gettext("tệp kết quả .docx"))
