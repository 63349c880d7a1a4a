import {input, password, select} from '@inquirer/prompts';
import type {SafeText} from '../types/safe-text.ts';
import {Secret} from '../types/secret.ts';
import type {Region} from '../types/target.ts';

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
	readonly signal: AbortSignal;
	readonly input: NodeJS.ReadStream;
	readonly output: NodeJS.WriteStream;
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
		if (error instanceof Error && (error.name === 'ExitPromptError' || error.name === 'AbortPromptError')) {
			return {kind: 'cancelled'};
		}

		throw error;
	}
}

async function ask(options: ConnectOptions): Promise<Connected> {
	const place = options.place ?? (await askRegion(options));
	if (place === null) {
		return {kind: 'back'};
	}

	let attempt: Attempt = {place, ...(await askKey(options)), organizationId: options.organizationId};
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

			case 'several': {
				attempt = {...attempt, organizationId: await askOrganization(options, tested.organizations)};
				break;
			}

			case 'unnamed': {
				options.say(tested.why);
				attempt = {...attempt, organizationId: await askOrganizationId(options)};
				break;
			}

			case 'refused':
			case 'unanswered': {
				options.say(tested.why);
				const next = await askAgain(options, attempt, tested.kind);
				if (next === null) {
					return {kind: 'back'};
				}

				attempt = next;
			}
		}
	}
}

function streams({signal, input, output}: ConnectOptions): {
	readonly signal: AbortSignal;
	readonly input: NodeJS.ReadStream;
	readonly output: NodeJS.WriteStream;
} {
	return {signal, input, output};
}

async function askRegion(options: ConnectOptions): Promise<Place | null> {
	const region = await select<Region | 'back'>(
		{
			message: 'Where does your organization keep its data?',
			choices: [...regions, {value: 'back', name: 'Back to the start'}],
		},
		streams(options),
	);
	return region === 'back' ? null : {kind: 'region', region};
}

async function askKey(
	options: ConnectOptions,
): Promise<{readonly serviceAccount: string; readonly secret: Secret}> {
	const serviceAccount = await input(
		{
			message: 'Username of the service account:',
			validate: value => oneLine(value) || 'Paste the username as Mixpanel shows it.',
		},
		streams(options),
	);
	const secret = await password(
		{
			message: 'Its secret (nothing shows while you type or paste):',
			mask: false,
			validate: value => oneLine(value) || 'Paste the secret.',
		},
		streams(options),
	);
	return {serviceAccount: serviceAccount.trim(), secret: new Secret(secret.trim())};
}

async function askOrganization(
	options: ConnectOptions,
	organizations: readonly {readonly id: string; readonly name: SafeText}[],
): Promise<string> {
	return select(
		{
			message: 'The key reaches several organizations. Which one?',
			choices: organizations.map(({id, name}) => ({value: id, name: `${name} · ${id}`})),
		},
		streams(options),
	);
}

async function askOrganizationId(options: ConnectOptions): Promise<string> {
	return input(
		{
			message: 'Id of the organization:',
			validate: value => /^\d{1,20}$/.test(value.trim()) || 'The id is a number.',
		},
		streams(options),
	).then(value => value.trim());
}

/** Another region, another key, the same once more, or back. A region is tried because a person says so, never in a loop. */
async function askAgain(
	options: ConnectOptions,
	attempt: Attempt,
	outcome: 'refused' | 'unanswered',
): Promise<Attempt | null> {
	const {place} = attempt;
	const elsewhere =
		place.kind === 'region' && outcome === 'refused'
			? regions.filter(({value}) => value !== place.region)
			: [];
	const next = await select<Region | 'key' | 'again' | 'back'>(
		{
			message: 'What now?',
			choices: [
				{value: 'key', name: 'Enter the key again'},
				...elsewhere.map(({value, name}) => ({
					value,
					name: `Try the same key at ${name.replace(/ {2,}/, ', ')}`,
				})),
				...(outcome === 'unanswered' ? [{value: 'again' as const, name: 'Try the same once more'}] : []),
				{value: 'back', name: 'Back to the start'},
			],
		},
		streams(options),
	);
	switch (next) {
		case 'back': {
			return null;
		}

		case 'again': {
			return attempt;
		}

		case 'key': {
			return {...attempt, ...(await askKey(options))};
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
