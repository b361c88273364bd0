"""Apache Jena's command line, as Debian's libapache-jena-java has it, asked many questions at once."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox

from triplehelix.questions.lexer import TokenKind, prefixes, tokens

Cell: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None

_JARS = Path("/usr/share/java")
#: What ARQ needs of /usr/share/java; all of that folder at once does not work.
_NAMES = """
    jena-arq jena-base jena-cmds jena-core jena-iri jena-shacl jena-shex jena-tdb jena-tdb2 jena-dboe-base
    jena-dboe-index jena-dboe-storage jena-dboe-trans-data jena-dboe-transaction jena-rdfconnection commons-cli
    commons-codec commons-compress commons-csv commons-io commons-lang3 dexx.collection gson guava httpclient httpcore
    jackson-annotations jackson-core jackson-databind jsonld-java protobuf slf4j-api slf4j-nop thrift titanium-json-ld
""".split()
#: Where the package has the messages of its Xerces, and where that Xerces looks for them.
_MESSAGES, _LOOKED_FOR = "org/apache/jena/ext/xerces/", "xerces/"
_MARK = "the_question"


class Jena:
    """The command line, with a folder of its own for what makes it start."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        shim = folder / "messages.jar"
        with zipfile.ZipFile(_JARS / "jena-core.jar") as jar, zipfile.ZipFile(shim, "w") as fixed:
            for name in jar.namelist():
                if name.startswith(_MESSAGES) and name.endswith(".properties"):
                    fixed.writestr(name.replace(_MESSAGES, _LOOKED_FOR, 1), jar.read(name))
        self._path = ":".join([str(shim), *(str(_JARS / f"{name}.jar") for name in _NAMES)])

    @staticmethod
    def is_there() -> bool:
        """Whether Java and all of its jars are installed."""
        return shutil.which("java") is not None and all((_JARS / f"{name}.jar").is_file() for name in _NAMES)

    def ask(self, data: Path, texts: Mapping[str, str]) -> dict[str, list[dict[str, Cell]]]:
        """The rows of each SELECT over the data in a file, by name: {column: cell}.

        All go to one process, each whole as a sub-select, because a Java process takes two seconds to start.
        """
        file = self._folder / "questions.rq"
        file.write_text(_joined(texts), encoding="utf-8")
        command = ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", self._path, "arq.arq"]
        command += [f"--data={data}", f"--query={file}", "--results=json"]
        said = subprocess.run(command, capture_output=True, check=False, timeout=120)
        assert said.returncode == 0, said.stderr.decode()
        found = ox.parse_query_results(said.stdout, ox.QueryResultsFormat.JSON)
        assert isinstance(found, ox.QuerySolutions)
        rows: defaultdict[str, list[dict[str, Cell]]] = defaultdict(list)
        columns = [variable.value for variable in found.variables]
        for solution in found:
            row = dict(zip(columns, solution, strict=True))
            mark = row.pop(_MARK)
            assert isinstance(mark, ox.Literal)
            rows[mark.value].append(row)
        return {name: rows[name] for name in texts}


def _joined(texts: Mapping[str, str]) -> str:
    declared = {prefix: iri for text in texts.values() for prefix, iri in prefixes(text).items()}
    head = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in declared.items())
    parts = [f'{{ BIND("{name}" AS ?{_MARK}) {{ {_select(text)} }} }}' for name, text in texts.items()]
    return f"{head}SELECT * WHERE {{\n{' UNION '.join(parts)}\n}}"


def _select(text: str) -> str:
    start = next(t.start for t in tokens(text) if t.kind is TokenKind.WORD and t.text.upper() == "SELECT")
    return text[start:]
