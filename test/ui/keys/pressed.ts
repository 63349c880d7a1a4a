import type {Key} from 'ink';

const released: Key = {
	upArrow: false,
	downArrow: false,
	leftArrow: false,
	rightArrow: false,
	pageDown: false,
	pageUp: false,
	home: false,
	end: false,
	return: false,
	escape: false,
	ctrl: false,
	shift: false,
	tab: false,
	backspace: false,
	delete: false,
	meta: false,
	super: false,
	hyper: false,
	capsLock: false,
	numLock: false,
};

/** The flags Ink sends with a key. */
export function pressed(...flags: readonly Exclude<keyof Key, 'eventType'>[]): Key {
	const key: Key = {...released};
	for (const flag of flags) {
		key[flag] = true;
	}

	return key;
}
