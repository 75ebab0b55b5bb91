"""HTTP for documents: what was understood, today and at an earlier time."""

from uuid import UUID

from fastapi import APIRouter

from deskbell.kit.web import Db
from deskbell.knowledge import access, queries
from deskbell.knowledge.api.shapes import DocumentOut, VersionList, VersionOut
from deskbell.workspaces.access import SignedIn

router = APIRouter(prefix="/api", tags=["knowledge"])


@router.get("/documents/{document_id}")
async def get_document(document_id: UUID, actor: SignedIn, database: Db) -> DocumentOut:
    async with database.transaction(actor.workspace_id) as tx:
        document = await access.open_document(tx, document_id)
        passages = await queries.passages_of_document(tx, document_id)
    return DocumentOut.of(document, document.latest, passages)


@router.get("/documents/{document_id}/versions")
async def list_versions(document_id: UUID, actor: SignedIn, database: Db) -> VersionList:
    async with database.transaction(actor.workspace_id) as tx:
        document = await access.open_document(tx, document_id)
        versions = [document.latest, *await queries.earlier_versions(tx, document_id)]
    return VersionList(
        versions=[
            VersionOut(version=v.version, title=v.title, words=v.words, read_at=v.read_at) for v in versions
        ]
    )


@router.get("/documents/{document_id}/versions/{version}")
async def get_version(document_id: UUID, version: int, actor: SignedIn, database: Db) -> DocumentOut:
    """Exactly the text that an answer quoted then."""
    async with database.transaction(actor.workspace_id) as tx:
        document = await access.open_document(tx, document_id)
        wanted = await access.open_version(tx, document, version)
        is_latest = wanted.version == document.version
        passages = await queries.passages_of_document(tx, document_id) if is_latest else []
    return DocumentOut.of(document, wanted, passages)
