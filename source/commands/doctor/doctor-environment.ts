import {access, constants} from 'node:fs/promises';
import {chooseProxy} from '../../mixpanel/proxy.ts';
import type {Exam} from '../../report/doctor/doctor-document.ts';
import {findRuntimeRisks} from '../../terminal/runtime-risks.ts';
import {isTooSmall, smallest} from '../../ui/screens/small-terminal.ts';
import type {Io} from '../invocation.ts';

/** The program's own variables (contract §1). */
const known = new Set([
	'MIXPANEL_SERVICE_ACCOUNT',
	'MIXPANEL_SERVICE_ACCOUNT_SECRET',
	'MIXPANEL_ORGANIZATION_ID',
	'MIXPANEL_PROJECT_ID',
	'MIXPANEL_BASE_URL',
	'MIXPANEL_SCIM_TOKEN',
	'MIXPANEL_HARDEN_STATE_DIR',
	'MIXPANEL_HARDEN_PLAIN',
]);

/** Node, terminal, colour, proxy and what the environment could do harm with. Names variables, never their values. */
export async function examineEnvironment(
	io: Io,
	environment: NodeJS.ProcessEnv,
	execArguments: readonly string[],
): Promise<readonly Exam[]> {
	return [
		{
			id: 'node',
			status: 'ok',
			detail: `Node ${process.versions.node} on ${process.platform} ${process.arch}`,
			next: null,
		},
		terminal(io, environment),
		colour(io, environment),
		proxy(environment),
		...(await certificates(environment)),
		...findRuntimeRisks(environment, execArguments).map((warning): Exam => {
			const [what = '', ...rest] = warning.replace(/^Warning: /, '').split(/(?<=\.) /);
			return {id: 'risk', status: 'warning', detail: what, next: rest.join(' ')};
		}),
		...strangers(environment),
	];
}

function terminal({isTerminal, stdout}: Io, environment: NodeJS.ProcessEnv): Exam {
	const exam = {id: 'terminal', status: 'ok', next: null} as const;
	if (!isTerminal) {
		return {...exam, detail: 'No terminal here: commands that only print work, the wizard needs one.'};
	}

	const {columns, rows} = stdout;
	if (environment['TERM'] === 'dumb') {
		return {...exam, detail: 'A terminal without capabilities: the wizard asks line by line.'};
	}

	const detail = `A terminal of ${columns}×${rows}`;
	return isTooSmall({columns, rows})
		? {
				id: 'terminal',
				status: 'warning',
				detail: `${detail}, smaller than the wizard needs.`,
				next: `Make it at least ${smallest.columns}×${smallest.rows}, or use --plain.`,
			}
		: {...exam, detail};
}

function colour({stdout}: Io, environment: NodeJS.ProcessEnv): Exam {
	const isWanted = environment['FORCE_COLOR'] !== '0';
	const can = stdout.isTTY && stdout.hasColors();
	return {
		id: 'colour',
		status: 'ok',
		detail:
			isWanted && can
				? 'Colour is on.'
				: `Colour is off: ${isWanted ? 'there is none here' : 'it is not wanted'}.`,
		next: null,
	};
}

function proxy(environment: NodeJS.ProcessEnv): Exam {
	const choice = chooseProxy(environment, process.versions.node);
	switch (choice.kind) {
		case 'none': {
			return {id: 'proxy', status: 'ok', detail: 'No proxy is named.', next: null};
		}

		case 'used': {
			return {
				id: 'proxy',
				status: 'ok',
				detail: 'Mixpanel is reached through a proxy (HTTPS_PROXY).',
				next: null,
			};
		}

		case 'ignored': {
			return {id: 'proxy', status: 'warning', detail: choice.why, next: choice.next};
		}
	}
}

async function certificates(environment: NodeJS.ProcessEnv): Promise<readonly Exam[]> {
	const file = environment['NODE_EXTRA_CA_CERTS'] ?? '';
	if (file === '') {
		return [];
	}

	const isThere = await access(file, constants.R_OK).then(
		() => true,
		() => false,
	);
	return [
		isThere
			? {
					id: 'certificates',
					status: 'ok',
					detail: 'A company certificate is trusted (NODE_EXTRA_CA_CERTS).',
					next: null,
				}
			: {
					id: 'certificates',
					status: 'warning',
					detail: 'NODE_EXTRA_CA_CERTS names a file that cannot be read, and Node passes over it.',
					next: 'Correct the path, or unset the variable.',
				},
	];
}

/** A variable that looks like one of ours and is none is most often misspelt. Long names are cut: one could be anything. */
function strangers(environment: NodeJS.ProcessEnv): readonly Exam[] {
	return Object.keys(environment)
		.filter(name => /^MIXPANEL_[A-Z_]{1,40}$/.test(name) && !known.has(name))
		.map(name => ({
			id: 'variable',
			status: 'warning',
			detail: `${name} is set, and this program does not know it.`,
			next: 'Look for a misspelling: `mixpanel-harden --help` lists the names.',
		}));
}
