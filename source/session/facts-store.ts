import {constants, readdir, rm} from 'node:fs/promises';
import {join} from 'node:path';
import type {Facts} from '../types/facts.ts';
import type {AssessmentRecord, SessionState} from '../types/session.ts';
import {decodeFacts} from './decode-facts.ts';
import {sha256} from './digest.ts';
import {durableWrite, sweepTemporaries, syncDirectory} from './durable-write.ts';
import {Misfit} from './field.ts';
import {stateError, toStateError} from './state-error.ts';
import {checkDirectory, lstatOrNull, openChecked, prepareDirectories} from './state-files.ts';

/** Names a file of facts and what it must hold. */
export type FactsReference = NonNullable<AssessmentRecord['facts']>;

/** Facts from the disk, or a sentence that says why there are none. */
export type LoadedFacts =
	| {readonly facts: Facts; readonly why: null}
	| {readonly facts: null; readonly why: string};

/** The facts of the last assessment that kept them, and when that was (UTC ISO 8601). */
export type LatestFacts = LoadedFacts & {readonly at: string};

/** Largest file of facts, in bytes: some 200,000 properties. */
export const longestFacts = 64 * 1024 * 1024;

/** Files of facts kept in a session, and assessments whose facts are never removed. */
const kept = 30;
const folder = 'facts';
const ownName = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z-[\da-f]{16}\.json$/;

/**
Keeps the decoded facts of an assessment in the session folder `directory`, field by field as their types name them
and nothing else. They are on the disk when this resolves; the reference goes into the assessment's record. Old
files are removed but for the newest and those that `named` names. Rejects with a UserError (exit code 5).
*/
export async function saveFacts(
	directory: string,
	facts: Facts,
	now: Date,
	named: readonly FactsReference[] = [],
): Promise<FactsReference> {
	const text = JSON.stringify(decodeFacts(facts));
	const hash = sha256(text);
	const file = `${now.toISOString().replace(/[:.]/g, '-')}-${hash.slice(0, 16)}.json`;
	const path = join(directory, folder, file);
	try {
		if (Buffer.byteLength(text) > longestFacts) {
			throw Object.assign(new Error('The facts are too large'), {code: 'EFBIG'});
		}

		await prepareDirectories(directory, [folder]);
		await durableWrite(path, text);
	} catch (error) {
		throw toStateError('What was read could not be kept', path, error);
	}

	// Files too many do no harm: a failure here is no reason to call the facts unsaved.
	await removeOld(join(directory, folder), new Set([file, ...named.map(each => each.file)]), now).catch(
		() => undefined,
	);
	return {file, sha256: hash};
}

/** Reads facts back and checks that they are the ones that were kept. Never rejects for the state of the disk. */
export async function loadFacts(directory: string, {file, sha256}: FactsReference): Promise<LoadedFacts> {
	try {
		const text = await readFactsFile(directory, file);
		return text === null ? none('The file is gone.') : parseFacts(text, sha256);
	} catch (error) {
		const {message, why} = toStateError('What was read cannot be used again', join(directory, folder), error);
		return none(`${message}. ${why}`);
	}
}

/** The facts of the last assessment that kept them; null when none did. */
export async function latestFacts(state: SessionState, directory: string): Promise<LatestFacts | null> {
	const last = state.readings.at(-1);
	return last === undefined ? null : {...(await loadFacts(directory, last)), at: last.at};
}

/** The files of the last readings, and of those that a person's word is held against. Each once, the oldest first. */
export function namedFacts({readings, attestations}: SessionState): readonly FactsReference[] {
	const needed = new Set(readings.slice(-kept));
	for (const {at, observedOn} of attestations) {
		const looked = `${observedOn}T23:59:59Z`;
		const moment = looked < at ? looked : at;
		const reading = readings.findLast(each => each.at <= moment);
		if (reading !== undefined) {
			needed.add(reading);
		}
	}

	return readings
		.filter(reading => needed.has(reading))
		.map(({file, sha256: hash}) => ({file, sha256: hash}));
}

/** Whether a name from a journal is that of a file of facts, and so can't lead anywhere else. */
export function isFactsFile(name: string): boolean {
	return /^[\w-][\w.-]*$/.test(name);
}

/** The text of a file of facts as it stands; null when there is none. Rejects as `openChecked` does. */
export async function readFactsFile(directory: string, file: string): Promise<string | null> {
	const place = join(directory, folder);
	if (!isFactsFile(file)) {
		throw stateError('A file of facts is refused', place, 'Its name is none that this program gives.', next);
	}

	const handle = (await checkDirectory(place))
		? await openChecked(join(place, file), constants.O_RDONLY)
		: null;
	if (handle === null) {
		return null;
	}

	try {
		if ((await handle.stat()).size > longestFacts) {
			throw stateError('A file of facts is refused', join(place, file), 'It is too large.', next);
		}

		return await handle.readFile('utf8');
	} finally {
		await handle.close();
	}
}

const next = 'Read the organization again.';

/** Facts in `text`, whose SHA-256 must be `hash`. */
export function parseFacts(text: string, hash: string): LoadedFacts {
	if (sha256(text) !== hash) {
		return none('The file is not as it was written.');
	}

	try {
		return {facts: decodeFacts(JSON.parse(text)), why: null};
	} catch (error) {
		if (error instanceof Misfit || error instanceof SyntaxError) {
			return none('The file holds no facts that this version can read.');
		}

		throw error;
	}
}

function none(why: string): LoadedFacts {
	return {facts: null, why};
}

async function removeOld(directory: string, named: ReadonlySet<string>, now: Date): Promise<void> {
	await sweepTemporaries(directory, now);
	// The name begins with the time, so the last names are the newest files.
	const own = (await readdir(directory)).filter(name => ownName.test(name)).sort();
	const old = own.slice(0, -kept).filter(name => !named.has(name));
	for (const name of old) {
		if ((await lstatOrNull(join(directory, name)))?.isFile() === true) {
			await rm(join(directory, name), {force: true});
		}
	}

	if (old.length > 0) {
		await syncDirectory(directory);
	}
}
