declare const safe: unique symbol;

/**
Text from outside that has passed `makeSafe()` and may be shown: no control bytes, no bidirectional or
invisible characters, one line, bounded length. Never an identity: ids and API calls use the raw value.
*/
export type SafeText = string & {readonly [safe]: true};
