// The shapes that travel from the server, by the names the code uses. Written in Python, generated into generated/api.ts.
import type { components } from "./generated/api.ts";

export type Schemas = components["schemas"];

export type State = Schemas["State"];
export type Priority = Schemas["Priority"];
export type Reason = Schemas["Reason"];
export type Author = Schemas["Author"];
export type MessageKind = Schemas["MessageKind"];
export type FieldType = Schemas["FieldType"];
export type MemberRow = Schemas["MemberRow"];
export type Role = MemberRow["role"];
export type AvailabilityOfMember = MemberRow["availability"];

export type Citation = Schemas["Citation"];
export type FormField = Schemas["FormField"];
export type Form = Schemas["Form"];
export type EmergencyNumber = Schemas["EmergencyNumber"];
export type EmergencyCard = Schemas["EmergencyCard"];
export type Message = Schemas["Message"];
export type FieldValue = Schemas["FieldValue"];
export type Note = Schemas["Note"];
export type Tried = Schemas["Tried"];
export type Handoff = Schemas["Handoff"];
export type Disposition = Schemas["Disposition"];
export type Emergency = Schemas["Emergency"];
export type Conversation = Schemas["Conversation"];
export type SourceRow = Schemas["SourceRow"];
