import {controls} from '../controls/index.ts';
import {exitCodeOf, type FailOn, failOnValues} from '../report/check/exit-code.ts';
import {renderCheck} from '../report/check/render-check.ts';
import type {Answers} from '../session/answers/answers.ts';
import {exitCodes} from '../types/exit-code.ts';
import {defaultPolicy, type Policy} from '../types/policy.ts';
import {UserError} from '../types/user-error.ts';
import type {Level} from '../types/verdict.ts';
import {flagText, flagTexts} from './call/flag-text.ts';
import {createProgress} from './call/progress.ts';
import {textOptions} from './call/text-options.ts';
import {givenFacts} from './files/given-facts.ts';
import {givenPolicy} from './files/given-policy.ts';
import {openOutput} from './files/open-output.ts';
import {writeOut} from './files/write-out.ts';
import type {Invocation, RunCommand} from './invocation.ts';
import {wordsOf} from './opening/session-words.ts';
import {type Assessed, type AssessOptions, assessConnection} from './reach/assess-connection.ts';
import {connectionOf} from './reach/connection.ts';
import {exitCodeOfTrouble} from './reach/exit-code-of-trouble.ts';
import {warnOfProxy} from './reach/proxy-words.ts';

/** `check`: read the organization once and judge it. Never prompts, never writes to Mixpanel, never trains. */
export const run: RunCommand = async invocation => {
	if (invocation.flags.has('print-policy')) {
		const {printPolicy} = await import('./print-policy.ts');
		return printPolicy(invocation);
	}

	const policy = (await givenPolicy(invocation)) ?? defaultPolicy;
	const answers = await answersOf(invocation, policy);
	const assess = await assessmentOf(invocation);
	const progress = createProgress(invocation.io.stderr, invocation.flags.has('quiet'));
	try {
		const given = await givenFacts(invocation, progress.say);
		const output = await openOutput(flagText(invocation, 'output'), invocation.flags.has('overwrite'));
		const keep = await keeperOf(invocation);
		const assessed = await assess({
			controls: flagTexts(invocation, 'control'),
			policy,
			wordsOn: target => wordsOf(invocation, target, levelOf(invocation), answers),
			signal: invocation.signal,
			now: invocation.now,
			onProgress: progress.say,
			given,
		});
		const {document, assessment} = assessed;
		progress.clear();
		const format = flagText(invocation, 'format');
		const text = await renderCheck(document, format, textOptions(invocation, output === null));
		await (output === null ? writeOut(invocation, text) : output(text));
		await keep?.(assessed);
		return exitCodeOfTrouble(invocation, assessed) ?? exitCodeOf(assessment, failOnOf(invocation));
	} finally {
		progress.clear();
	}
};

/** How this run comes to its verdicts: by asking Mixpanel, or from the facts of a file. */
async function assessmentOf(invocation: Invocation): Promise<(options: AssessOptions) => Promise<Assessed>> {
	const path = flagText(invocation, 'from-facts');
	if (path !== null) {
		const {openKeptFacts} = await import('./files/kept-facts.ts');
		return openKeptFacts(path, invocation);
	}

	const connection = await connectionOf(invocation);
	if (connection === null) {
		throw new UserError('There is no key to check with.', {
			why: 'MIXPANEL_SERVICE_ACCOUNT and MIXPANEL_SERVICE_ACCOUNT_SECRET are not set.',
			next: 'Set both, or run `mixpanel-harden connect` to be guided. `mixpanel-harden train` needs no key.',
			exitCode: exitCodes.denied,
		});
	}

	warnOfProxy(invocation, connection);
	return options => assessConnection(connection, options);
}

async function keeperOf(invocation: Invocation): Promise<((assessed: Assessed) => Promise<void>) | null> {
	const path = flagText(invocation, 'save-facts');
	return path === null ? null : (await import('./files/keep-facts.ts')).openKeeper(path);
}

async function answersOf(invocation: Invocation, {waiverMaxDays}: Policy): Promise<Answers | null> {
	const path = flagText(invocation, 'answers');
	if (path === null) {
		return null;
	}

	const {readAnswers} = await import('../session/answers/read-answers.ts');
	const rules = controls.flatMap(control => control.rules);
	return readAnswers(path, {rules, now: invocation.now(), waiverMaxDays});
}

function levelOf(invocation: Invocation): Level | null {
	const level = flagText(invocation, 'profile');
	return level === 'L1' || level === 'L2' || level === 'L3' ? level : null;
}

function failOnOf(invocation: Invocation): FailOn {
	const given = flagText(invocation, 'fail-on');
	return failOnValues.find(value => value === given) ?? 'fail';
}
