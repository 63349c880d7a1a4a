import {constants, lstat} from 'node:fs/promises';
import {join} from 'node:path';
import type {SafeText} from '../types/safe-text.ts';
import type {Region} from '../types/target.ts';
import {UserError} from '../types/user-error.ts';
import {choice, type Decode, fields, Misfit, safeText} from './field.ts';
import {moveAside} from './set-aside.ts';
import {errorCode} from './state-error.ts';
import {openChecked, prepareDirectories, tightenFile} from './state-files.ts';

/** What is remembered across organizations: habits, never progress and never a secret. */
export type Preferences = {
	/** The name last given by the person. */
	readonly person: SafeText | null;
	/** The region last connected to. */
	readonly region: Region | null;
	/** What was wrong with the file, as sentences. */
	readonly notices: readonly string[];
	/** These hold for this run in any case; false when they could not be kept for the next one. */
	setPerson(person: SafeText): boolean;
	setRegion(region: Region): boolean;
};

type Stored = {person?: string; region?: Region};
type Store = {set(stored: Stored): void};

const region = choice<Region>({us: 'us', eu: 'eu', in: 'in'});
const longestFile = 5 * 1024 * 1024;

/**
Opens `preferences.json` in the state directory; call it after the first frame, it loads a library. Never
rejects for the state of the disk: where the file cannot be used, preferences last for this run only.
*/
export async function openPreferences(stateDirectory: string, now: Date): Promise<Preferences> {
	const notices: string[] = [];
	let stored: Stored = {};
	let store: Store | null = null;
	try {
		await prepareDirectories(stateDirectory, []);
		const path = join(stateDirectory, 'preferences.json');
		const read = await readStored(path);
		if (read === 'unusable') {
			notices.push(`The preferences could not be read. They were moved to ${await moveAside(path, now)}.`);
		} else {
			stored = read;
			await tightenFile(path);
		}

		store = await loadStore(stateDirectory);
	} catch (error) {
		if (!(error instanceof UserError) && errorCode(error) === null) {
			throw error;
		}

		notices.push(
			error instanceof UserError
				? `Preferences are not kept. ${error.message}. ${error.why}`
				: `Preferences are not kept: the system answered ${errorCode(error)}.`,
		);
	}

	const keep = (changed: Stored): boolean => {
		stored = {...stored, ...changed};
		try {
			store?.set(changed);
			return store !== null;
		} catch {
			return false;
		}
	};

	return {
		get person() {
			return take(safeText, stored.person);
		},
		get region() {
			return stored.region ?? null;
		},
		notices,
		setPerson: person => keep({person}),
		setRegion: chosen => keep({region: chosen}),
	};
}

// The library follows links and hangs on a named pipe, so it meets the file only after `openChecked` has. It writes
// in place instead of by rename when the variable SNAP is set: a crash then costs these habits, and nothing else.
async function loadStore(cwd: string): Promise<Store> {
	const {default: Conf} = await import('conf');
	return new Conf<Stored>({
		cwd,
		projectName: 'mixpanel-harden',
		projectSuffix: '',
		configName: 'preferences',
		configFileMode: 0o600,
		clearInvalidConfig: false,
		accessPropertiesByDotNotation: false,
	});
}

// The library reads a list, null or a number as "nothing stored" and then overwrites it.
async function readStored(path: string): Promise<Stored | 'unusable'> {
	const handle = await openChecked(path, constants.O_RDONLY);
	if (handle === null) {
		return {};
	}

	try {
		if ((await lstat(path)).size > longestFile) {
			return 'unusable';
		}

		const given = fields(JSON.parse(await handle.readFile('utf8')));
		const person = take(safeText, given['person']);
		const place = take(region, given['region']);
		return {...(person === null ? {} : {person}), ...(place === null ? {} : {region: place})};
	} catch (error) {
		if (error instanceof Misfit || error instanceof SyntaxError) {
			return 'unusable';
		}

		throw error;
	} finally {
		await handle.close();
	}
}

/** A preference that does not fit is as good as none. */
function take<Value>(decode: Decode<Value>, value: unknown): Value | null {
	try {
		return value === undefined ? null : decode(value);
	} catch (error) {
		if (error instanceof Misfit) {
			return null;
		}

		throw error;
	}
}
