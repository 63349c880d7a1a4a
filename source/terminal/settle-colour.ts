/**
Settle once, before anything that colours is loaded, whether there is colour. The colour library knows only
`FORCE_COLOR`, so a wish for none (`--no-color`, `NO_COLOR`, a terminal without capabilities) is translated to it.
*/
export function settleColour(environment: NodeJS.ProcessEnv, noColourFlag: boolean): void {
	const unwanted = (environment['NO_COLOR'] ?? '') !== '' || environment['TERM'] === 'dumb';
	if (noColourFlag || unwanted) {
		environment['FORCE_COLOR'] = '0';
	}
}
