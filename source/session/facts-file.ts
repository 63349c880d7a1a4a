import {redact} from '../terminal/redact.ts';
import type {FactName, Facts} from '../types/facts.ts';
import type {SafeText} from '../types/safe-text.ts';
import {decodeFacts} from './decode-facts.ts';
import {choice, type Decode, fields, flag, Misfit, moment, rawText, safeText} from './field.ts';

/** What one run read of an organization, as `check --save-facts` keeps it. Never a secret, never a raw answer. */
export type KeptFacts = {
	/** A region of Mixpanel or a loopback address. */
	readonly baseUrl: string;
	/** Digits, or `unknown` when the key was refused before that was known. */
	readonly organizationId: string;
	readonly organizationName: SafeText;
	/** When the reading ended. */
	readonly readAt: Date;
	/** The key was refused (401) at some point of the reading. */
	readonly unauthorized: boolean;
	readonly facts: Facts;
};

/** Why a text holds no facts: what is wrong and where, as part of a sentence. */
export class FactsFault extends Error {
	override readonly name = 'FactsFault';
}

const kind = 'mixpanel-harden facts';
const schemaVersion = '1';

/** The facts as text, field by field as their types name them and nothing else; a secret the program knows is left out wherever it stands. */
export function writeKeptFacts(
	kept: KeptFacts,
	tool: {readonly name: string; readonly version: string},
): string {
	const document = {
		kind,
		schemaVersion,
		tool: {name: tool.name, version: tool.version},
		baseUrl: kept.baseUrl,
		organizationId: kept.organizationId,
		organizationName: kept.organizationName,
		readAt: kept.readAt.toISOString(),
		unauthorized: kept.unauthorized,
		facts: decodeFacts(kept.facts),
	};
	return `${JSON.stringify(document, (_key, value: unknown) => (typeof value === 'string' ? redact(value) : value))}\n`;
}

/** Facts from a text of `writeKeptFacts`. Throws a FactsFault that names line and column, or the field. */
export function readKeptFacts(text: string): KeptFacts {
	const parsed = parse(text);
	try {
		return decode(parsed);
	} catch (error) {
		throw error instanceof Misfit ? faultIn(parsed, error) : error;
	}
}

/** The fault with its place, which takes a second, slower look. */
function faultIn(parsed: unknown, {message}: Misfit): FactsFault {
	const seen: Seen = {path: ''};
	try {
		decode(watch(parsed, '', seen));
	} catch {
		// It is the place that counts now.
	}

	return new FactsFault(seen.path === '' ? message : `at ${seen.path}, ${message}`);
}

function decode(value: unknown): KeptFacts {
	const given = fields(value);
	if (given['kind'] !== kind) {
		throw new Misfit(`the file is none that check --save-facts writes`);
	}

	if (given['schemaVersion'] !== schemaVersion) {
		throw new Misfit(
			`only version ${schemaVersion} is known here; a newer mixpanel-harden may have written it`,
		);
	}

	return {
		baseUrl: rawText(given['baseUrl']),
		organizationId: organizationId(given['organizationId']),
		organizationName: safeText(given['organizationName']),
		readAt: new Date(moment(given['readAt'])),
		unauthorized: flag(given['unauthorized']),
		facts: wholeFacts(given['facts']),
	};
}

const organizationId: Decode<string> = value => {
	const text = rawText(value);
	return /^\d{1,20}$/.test(text) ? text : choice({unknown: 'unknown'})(text);
};

/** What every reading ends with, answered or failed. */
const always = [
	'identity',
	'users',
	'teams',
	'twoFactor',
	'serviceAccounts',
	'projectServiceAccounts',
	'properties',
	'dataViews',
] as const satisfies readonly FactName[];

/** Facts without gaps: what is missing, or not known to this version, would quietly be left out of the verdicts. */
function wholeFacts(value: unknown): Facts {
	const given = fields(value);
	const facts = decodeFacts(value);
	for (const name of always) {
		if (facts[name] === undefined) {
			throw new FactsFault(`at facts.${name}, the fact is missing`);
		}
	}

	const unknown = Object.keys(given).find(name => !Object.hasOwn(facts, name));
	if (unknown !== undefined) {
		throw new FactsFault(`at facts.${unknown}, no such fact is known`);
	}

	return facts;
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		// The message repeats a part of the file, which may be anything.
		const [, position] = /at position (\d+)/.exec(error instanceof Error ? error.message : '') ?? [];
		const before = position === undefined ? text : text.slice(0, Number(position));
		const lines = before.split('\n');
		throw new FactsFault(
			`in line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}, it is not JSON`,
		);
	}
}

type Seen = {path: string};

/** The same value, noting the path of the field that was looked at last: the one at fault when a decoder gives up. */
function watch(value: unknown, path: string, seen: Seen): unknown {
	if (typeof value !== 'object' || value === null) {
		return value;
	}

	return new Proxy(value, {
		get(target, key) {
			const found: unknown = Reflect.get(target, key);
			if (typeof key === 'symbol' || (Array.isArray(target) && !/^\d+$/.test(key))) {
				return found;
			}

			seen.path = Array.isArray(target) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
			return watch(found, seen.path, seen);
		},
	});
}
