// Shapes of the content page beyond its rows. All of them are generated from the server.
import type { Schemas } from "@deskbell/shared/wire";

export type NewWebsite = Pick<Schemas["NewWebsite"], "address" | "refresh"> & { scope: Partial<Schemas["ScopeBody"]> };
export type Pages = Schemas["PageList"];
export type PageLine = Pages["pages"][number];
export type PageStatus = PageLine["status"];
export type Crawls = Schemas["CrawlList"];
export type Crawl = Crawls["crawls"][number];
export type Changes = Schemas["ChangeList"];
export type PageChange = Changes["changes"][number];
export type Versions = Schemas["VersionList"];
export type DocumentShown = Schemas["DocumentOut"];
export type QuestionsReport = Schemas["QuestionsReport"];
export type ImportedQuestions = Schemas["ImportedQuestions"];
/** Which columns hold questions and answers, counted from 0. */
export type Columns = NonNullable<QuestionsReport["columns"]>;
export type Pair = QuestionsReport["pairs"][number];
export type Original = Schemas["SourceOriginal"];
export type Flags = Schemas["FlagList"];
export type Flag = Flags["flags"][number];
