import { Failure, Shop, Values } from "./codes";
declare const error: Failure;

// Each line below has an error: another type, a value that is missing, and a value of another code.
export const asked: Values["TooManyCopies"] = { asked: "12", max: 10 };
export const missing: Values["TooManyCopies"] = { asked: 12 };
export const other: unknown = error.code === Shop.UnknownBook ? error.values.max : 0;
