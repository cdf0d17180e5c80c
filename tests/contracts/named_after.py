"""An import contract of import-linter: each module of a package is known by the files named after it alone."""

from collections.abc import Iterator

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class NamedAfterContract(Contract):
    """Modules of ``package`` may be imported by modules of their own name, alone or with more words, and by ``makers``.

    So ``granview.gui.presenters.pictures.label_map`` and ``label_map_painter`` beside it may import
    ``granview.core.predictions.label_map``, and a file that serves every type may not. A new type is held by the same
    line of the settings as the old ones.

    Attributes:
        package: The package whose modules are types.
        makers: Packages whose work is to make or to judge them, each file one of its own.
    """

    type_name = "named_after"

    package = fields.ModuleField()
    makers = fields.SetField(subfield=fields.ModuleField(), required=False)

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Find the imports by modules of another name."""
        found = list(self._found(graph))
        return ContractCheck(kept=not found, metadata={"found": found})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Say who imports what."""
        for importer, imported in check.metadata["found"]:
            output.print_error(f"{importer} imports {imported}, and is not named after it.", bold=True)
        output.print("Ask the object, or the table of your layer under its name.")

    def _found(self, graph: ImportGraph) -> Iterator[tuple[str, str]]:
        makers = {maker.name for maker in self.makers or ()}
        for imported in sorted(graph.find_children(self.package.name)):
            for importer in sorted(graph.find_modules_that_directly_import(imported)):
                if not self._may(importer, imported, makers):
                    yield importer, imported

    def _may(self, importer: str, imported: str, makers: set[str]) -> bool:
        is_maker = any(importer == maker or importer.startswith(f"{maker}.") for maker in makers)
        return is_maker or f"{_last(importer)}_".startswith(f"{_last(imported)}_")


def _last(module: str) -> str:
    return module.rpartition(".")[2]
