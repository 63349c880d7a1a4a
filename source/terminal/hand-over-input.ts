/**
Make standard input ready for its next reader. Prompts leave it paused and the screen leaves it unreferenced; the
next reader would then get no keys and end at once (style-anchors §4).
*/
export function handOverInput(stdin: {readonly ref: () => unknown; readonly resume: () => unknown}): void {
	stdin.ref();
	stdin.resume();
}

/** Let the process end although standard input is still open. */
export function letGoOfInput(stdin: NodeJS.ReadStream): void {
	stdin.pause();
	stdin.unref();
}
