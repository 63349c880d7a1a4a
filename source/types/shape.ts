/**
Keys and types of a JSON value, and no value of it: a type name (`string|null`), a list of one shape, or shapes by key. A
key is followed by `?` where not every object has it. Keys that may be someone's data stand together as `<other>`.
*/
export type Shape = string | readonly Shape[] | {readonly [key: string]: Shape};
