import type {SafeText} from '../types/safe-text.ts';
import {Secret} from '../types/secret.ts';
import type {Region} from '../types/target.ts';
import {type ConnectQuestions, isBreakingOff} from './connect-questions.ts';
import {back} from './or-back.ts';

/** What one test call told about a key. */
export type KeyTest =
	| {readonly kind: 'accepted'; readonly lines: readonly string[]; readonly organizationId: string}
	| {
			readonly kind: 'several';
			readonly organizations: readonly {readonly id: string; readonly name: SafeText}[];
	  }
	/** The key names no organization: its id has to be given. */
	| {readonly kind: 'unnamed'; readonly why: string}
	| {readonly kind: 'refused'; readonly why: string}
	| {readonly kind: 'unanswered'; readonly why: string};

/** A place to try a key at: a region, or the simulated one of a base URL. */
export type Place =
	| {readonly kind: 'region'; readonly region: Region}
	| {readonly kind: 'given'; readonly baseUrl: string};

export type Attempt = {
	readonly place: Place;
	readonly serviceAccount: string;
	readonly secret: Secret;
	readonly organizationId: string | null;
};

/** A connection as asked for, back to where the person came from, or broken off (Ctrl-C). */
export type Connected =
	| {readonly kind: 'connected'; readonly attempt: Attempt; readonly organizationId: string}
	| {readonly kind: 'back'}
	| {readonly kind: 'cancelled'};

export type ConnectOptions = {
	/** Settled beforehand by a flag or variable; null asks. */
	readonly place: Place | null;
	readonly organizationId: string | null;
	readonly test: (attempt: Attempt) => Promise<KeyTest>;
	readonly say: (line: string) => void;
	readonly questions: ConnectQuestions;
};

const regions: readonly {readonly value: Region; readonly name: string}[] = [
	{value: 'us', name: 'United States   mixpanel.com'},
	{value: 'eu', name: 'European Union  eu.mixpanel.com'},
	{value: 'in', name: 'India           in.mixpanel.com'},
];

/**
Ask for region and key, try the key with one call, and settle the organization. Nothing is created, nothing is
stored; the secret is not shown while it is typed, not even as dots.
*/
export async function askToConnect(options: ConnectOptions): Promise<Connected> {
	try {
		return await ask(options);
	} catch (error) {
		if (isBreakingOff(error)) {
			return {kind: 'cancelled'};
		}

		throw error;
	}
}

async function ask(options: ConnectOptions): Promise<Connected> {
	for (;;) {
		const place = options.place ?? (await askRegion(options));
		if (place === back) {
			return {kind: 'back'};
		}

		const connected = await askAt(options, place);
		// There is nothing to go back to where the place was settled beforehand.
		if (connected !== back || options.place !== null) {
			return connected === back ? {kind: 'back'} : connected;
		}
	}
}

/** Ask for a key and try it, until one is accepted; back = to the question before the key. */
async function askAt(options: ConnectOptions, place: Place): Promise<Connected | typeof back> {
	for (;;) {
		const key = await askKey(options);
		if (key === back) {
			return back;
		}

		const tried = await tryKey(options, {place, ...key, organizationId: options.organizationId});
		if (tried !== back) {
			return tried;
		}
	}
}

/** Try a key, asking for what is missing; back = to the question for the key. */
async function tryKey(options: ConnectOptions, first: Attempt): Promise<Connected | typeof back> {
	let attempt = first;
	for (;;) {
		options.say('Trying the key with one call …');
		const tested = await options.test(attempt);
		switch (tested.kind) {
			case 'accepted': {
				for (const line of tested.lines) {
					options.say(line);
				}

				return {kind: 'connected', attempt, organizationId: tested.organizationId};
			}

			case 'several':
			case 'unnamed': {
				const organizationId = await askWhich(options, tested);
				if (organizationId === back) {
					return back;
				}

				attempt = {...attempt, organizationId};
				break;
			}

			case 'refused':
			case 'unanswered': {
				options.say(tested.why);
				const next = await askAgain(options, attempt, tested.kind);
				if (next === back || next === 'start') {
					return next === back ? back : {kind: 'back'};
				}

				attempt = next;
			}
		}
	}
}

async function askWhich(
	options: ConnectOptions,
	tested: Extract<KeyTest, {kind: 'several' | 'unnamed'}>,
): Promise<string | typeof back> {
	if (tested.kind === 'several') {
		return askOrganization(options, tested.organizations);
	}

	options.say(tested.why);
	return askOrganizationId(options);
}

async function askRegion({questions}: ConnectOptions): Promise<Place | typeof back> {
	const region = await questions.choose<Region>('Where does your organization keep its data?', [
		...regions,
		{value: back, name: 'Back to the start'},
	]);
	return region === back ? back : {kind: 'region', region};
}

type Key = {readonly serviceAccount: string; readonly secret: Secret};

async function askKey({questions}: ConnectOptions): Promise<Key | typeof back> {
	for (;;) {
		const serviceAccount = await questions.line(
			'Username of the service account:',
			value => oneLine(value) || 'Paste the username as Mixpanel shows it, or go back.',
		);
		if (serviceAccount === back) {
			return back;
		}

		const secret = await questions.secret(
			'Its secret (nothing shows while you type or paste):',
			value => oneLine(value) || 'Paste the secret, or go back.',
		);
		if (secret !== back) {
			return {serviceAccount: serviceAccount.trim(), secret: new Secret(secret.trim())};
		}
	}
}

async function askOrganization(
	{questions}: ConnectOptions,
	organizations: readonly {readonly id: string; readonly name: SafeText}[],
): Promise<string | typeof back> {
	return questions.choose<string>('The key reaches several organizations. Which one?', [
		...organizations.map(({id, name}) => ({value: id, name: `${name} · ${id}`})),
		{value: back, name: 'Another key'},
	]);
}

async function askOrganizationId({questions}: ConnectOptions): Promise<string | typeof back> {
	const id = await questions.line(
		'Id of the organization:',
		value => /^\d{1,20}$/.test(value.trim()) || 'The id is a number. Going back leads to the key.',
	);
	return id === back ? back : id.trim();
}

/**
Another region, another key (back), the same once more, or back to the start. A region is tried because a person says
so, never in a loop.
*/
async function askAgain(
	options: ConnectOptions,
	attempt: Attempt,
	outcome: 'refused' | 'unanswered',
): Promise<Attempt | typeof back | 'start'> {
	const {place} = attempt;
	const elsewhere =
		place.kind === 'region' && outcome === 'refused'
			? regions.filter(({value}) => value !== place.region)
			: [];
	const next = await options.questions.choose<Region | 'again' | 'start'>('What now?', [
		{value: back, name: 'Enter the key again'},
		...elsewhere.map(({value, name}) => ({
			value,
			name: `Try the same key at ${name.replace(/ {2,}/, ', ')}`,
		})),
		...(outcome === 'unanswered' ? [{value: 'again' as const, name: 'Try the same once more'}] : []),
		{value: 'start', name: 'Back to the start'},
	]);
	switch (next) {
		case back:
		case 'start': {
			return next;
		}

		case 'again': {
			return attempt;
		}

		case 'us':
		case 'eu':
		case 'in': {
			return {...attempt, place: {kind: 'region', region: next}};
		}
	}
}

function oneLine(value: string): boolean {
	return /^[^\r\n]+$/.test(value.trim());
}
