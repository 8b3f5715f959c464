"""The worker process: it answers, the newest document wins, death and hanging are survived, nothing is left behind."""

import multiprocessing
import os
import queue
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import documents.rendering
from documents.pages import docx_to_pdf
from documents.pages.apart import docx_to_pdf_apart
from documents.pages.messages import NO_DOCX, TIMEOUT, Drawn, Failed, LaidOut, LayOut, NodesFound, PdfWritten
from documents.pages.serving import _answered, _Desk
from documents.pages.worker import PageWorker
from documents.rendering import render_docx
from plans import codec
from plans.errors import Trouble
from plans.sample import sample_plan
from resources.messages import sentence

WAIT = 30


@pytest.fixture(scope="module")
def plan():
    return sample_plan()


@pytest.fixture(scope="module")
def docx(plan):
    return render_docx(plan)


@pytest.fixture
def replies():
    return queue.Queue()


@pytest.fixture
def worker(replies):
    worker = PageWorker(replies.put)
    worker.start()
    yield worker
    worker.close()


def gone(pid, seconds=10):
    """Wait until the process is no more (or only a zombie that nobody can wait for)."""
    for _ in range(int(seconds * 20)):
        try:
            os.kill(pid, 0)
            if Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0] == "Z":
                return True
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.05)
    return False


def test_pages_are_laid_out_drawn_and_mapped(worker, replies, plan):
    number = worker.lay_out(plan)
    laid_out = replies.get(timeout=WAIT)
    assert isinstance(laid_out, LaidOut)
    assert len(laid_out.sizes) > 5
    worker.draw(number, 0, 1.0)
    drawn = replies.get(timeout=WAIT)
    assert isinstance(drawn, Drawn)
    assert (drawn.width, drawn.height) == (596, 842)
    assert len(drawn.pixels) == drawn.stride * drawn.height
    worker.find_nodes(number)
    found = replies.get(timeout=WAIT)
    assert isinstance(found, NodesFound)
    assert len({box.bookmark for box in found.boxes}) > 100


def test_the_newest_document_wins(worker, replies, plan):
    numbers = [worker.lay_out(plan) for _ in range(6)]
    answered = [replies.get(timeout=WAIT).number]
    while answered[-1] != numbers[-1]:
        answered.append(replies.get(timeout=WAIT).number)
    assert len(answered) <= 2


def test_pictures_that_were_called_off_are_not_drawn(worker, replies, plan):
    number = worker.lay_out(plan)
    replies.get(timeout=WAIT)
    worker.draw(number, 3, 9.0)
    for page in range(8):
        worker.draw(number, page, 1.0)
    worker.call_off_drawing()
    worker.find_nodes(number)
    answers = [replies.get(timeout=WAIT)]
    while not isinstance(answers[-1], NodesFound):
        answers.append(replies.get(timeout=WAIT))
    assert len(answers) < 4


def test_a_worker_that_was_killed_is_replaced_and_knows_its_document(worker, replies, plan):
    number = worker.lay_out(plan)
    replies.get(timeout=WAIT)
    os.kill(worker.process_id, signal.SIGTERM)
    worker.draw(number, 1, 1.0)
    assert isinstance(replies.get(timeout=WAIT), Drawn)


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="needs a signal that stops a process")
def test_a_worker_that_hangs_is_replaced(replies, plan):
    worker = PageWorker(replies.put, patience=2)
    worker.start()
    worker.lay_out(plan)
    assert isinstance(replies.get(timeout=WAIT), LaidOut)
    hung = worker.process_id
    os.kill(hung, signal.SIGSTOP)
    worker.lay_out(plan)
    failed = replies.get(timeout=WAIT)
    assert isinstance(failed, Failed)
    assert (failed.code, failed.told) == ("pages-failed", {"reason": TIMEOUT})
    worker.lay_out(plan)
    assert isinstance(replies.get(timeout=WAIT), LaidOut)
    worker.close()
    assert gone(hung)


def test_what_is_no_docx_comes_back_as_failed(worker, replies, plan):
    worker.write_pdf(b"khong phai docx")
    failed = replies.get(timeout=WAIT)
    assert isinstance(failed, Failed)
    assert (failed.code, failed.told["reason"]) == ("pages-failed", NO_DOCX)
    worker.lay_out(plan)
    assert isinstance(replies.get(timeout=WAIT), LaidOut)


def test_a_plan_that_cannot_be_rendered_comes_back_as_failed(worker, replies, plan):
    twice = sample_plan()
    twice.body.children.append(twice.body.children[0])
    number = worker.lay_out(twice)
    failed = replies.get(timeout=WAIT)
    assert isinstance(failed, Failed)
    assert (failed.number, failed.code) == (number, "plan-damaged")
    worker.lay_out(plan)
    assert isinstance(replies.get(timeout=WAIT), LaidOut)


def test_the_trouble_of_a_template_reaches_the_window_with_all_that_its_sentence_names(monkeypatch, plan):
    trouble = Trouble("template-broken", template="official.docx", place="“{{ x }}”", field="x")

    def broken(_plan):
        raise trouble

    monkeypatch.setattr(documents.rendering, "render_docx", broken)
    failed = _answered(_Desk(), LayOut(1, codec.dump(plan)))
    assert isinstance(failed, Failed)
    assert sentence(failed.code, failed.told) == sentence(trouble.code, trouble.data)
    assert "official.docx" in sentence(failed.code, failed.told)


def test_the_plan_is_laid_out_as_it_stood_when_asked(worker, replies):
    changing = sample_plan()
    worker.lay_out(changing)
    changing.body.children.clear()
    laid_out = replies.get(timeout=WAIT)
    assert isinstance(laid_out, LaidOut)
    assert len(laid_out.sizes) > 5


def test_an_export_is_written_beside_the_preview(worker, replies, docx):
    number = worker.write_pdf(docx)
    written = replies.get(timeout=WAIT)
    assert isinstance(written, PdfWritten)
    assert written.number == number
    assert written.result.lost_words == []


def test_closing_ends_the_process_even_when_it_hangs(replies, plan):
    worker = PageWorker(replies.put)
    worker.start()
    worker.lay_out(plan)
    replies.get(timeout=WAIT)
    pid = worker.process_id
    os.kill(pid, getattr(signal, "SIGSTOP", signal.SIGTERM))
    worker.lay_out(plan)
    worker.close()
    assert gone(pid)
    assert replies.empty()


def test_no_process_is_left_when_the_window_is_killed(tmp_path):
    program = tmp_path / "window.py"
    program.write_text(
        "import time\n"
        "from documents.pages.worker import PageWorker\n"
        "if __name__ == '__main__':\n"
        "    worker = PageWorker(print)\n"
        "    worker.start()\n"
        "    while worker.process_id is None:\n"
        "        time.sleep(0.05)\n"
        "    print(worker.process_id, flush=True)\n"
        "    time.sleep(60)\n",
        encoding="utf-8",
    )
    paths = os.pathsep.join(filter(None, sys.path))
    with subprocess.Popen(
        [sys.executable, program], stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": paths}
    ) as window:
        pid = int(window.stdout.readline())
        window.kill()
    assert gone(pid)


def test_a_pdf_made_apart_is_the_same_and_keeps_no_process(docx):
    assert docx_to_pdf_apart(docx) == docx_to_pdf(docx)
    assert multiprocessing.active_children() == []


def test_what_is_no_docx_is_the_same_trouble_apart():
    with pytest.raises(Trouble) as caught:
        docx_to_pdf_apart(b"khong phai docx")
    assert caught.value.code == "pages-failed"
    assert caught.value.data["reason"] == NO_DOCX


def test_small_pictures_wait_for_the_large_ones(worker, replies, plan):
    number = worker.lay_out(plan)
    replies.get(timeout=WAIT)
    worker.draw(number, 0, 6.0)  # keeps it busy while the others are asked
    worker.draw_small(number, 1, 0.3)
    worker.draw(number, 2, 1.0)
    answers = [replies.get(timeout=WAIT) for _ in range(3)]
    assert [(drawn.page, drawn.small) for drawn in answers] == [(0, False), (2, False), (1, True)]
