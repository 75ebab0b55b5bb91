// Rows and messages for tests: whole values with a few words changed.
export { message, row } from "../../shared/tests/example.ts";
