import type {FactName, Facts, PerProject, Read, ReadFailure} from '../../types/facts.ts';
import type {Rule} from '../../types/rule.ts';

/** A read that failed, and the rules that have no reliable verdict for it. */
export type CheckError = {
	readonly code: ReadFailure;
	readonly message: string;
	/** Method and path of the request: `GET /api/app/organizations/7654321/teams`. */
	readonly source: string;
	readonly rules: readonly string[];
};

/** The failed reads of a run, one entry for each request that failed, in the order of the facts. */
export function readErrors(
	facts: Facts,
	rules: readonly Pick<Rule, 'id' | 'dependsOn'>[],
): readonly CheckError[] {
	const affected = (fact: FactName) =>
		rules.filter(rule => rule.dependsOn.includes(fact)).map(rule => rule.id);
	return mergeSame([
		...errorsOf(facts.identity, 'identity', affected),
		...errorsOf(facts.users, 'users', affected),
		...errorsOf(facts.teams, 'teams', affected),
		...errorsOf(facts.twoFactor, 'twoFactor', affected),
		...errorsOf(facts.serviceAccounts, 'serviceAccounts', affected),
		...projectErrors(facts.projectServiceAccounts, 'projectServiceAccounts', affected),
		...projectErrors(facts.properties, 'properties', affected),
		...projectErrors(facts.dataViews, 'dataViews', affected),
		...domainErrors(facts.domainClaims, affected),
		...errorsOf(facts.samlCertificates, 'samlCertificates', affected),
		...errorsOf(facts.auditLog, 'auditLog', affected),
		...errorsOf(facts.scimUsers, 'scimUsers', affected),
	]);
}

/** One request may stand behind many facts: told once, with all its rules. */
function mergeSame(errors: readonly CheckError[]): CheckError[] {
	const groups = Map.groupBy(errors, ({code, source, message}) => JSON.stringify([code, source, message]));
	return [...groups.values()].flatMap(group => {
		const [first] = group;
		return first === undefined ? [] : [{...first, rules: [...new Set(group.flatMap(({rules}) => rules))]}];
	});
}

type Affected = (fact: FactName) => readonly string[];

function errorsOf(read: Read<unknown> | undefined, fact: FactName, affected: Affected): CheckError[] {
	if (read === undefined || read.outcome === 'ok') {
		return [];
	}

	const failed = read.evidence.findLast(evidence => evidence.outcome !== 'ok') ?? read.evidence.at(-1);
	return [{code: read.outcome, message: read.reason, source: failed?.detail ?? fact, rules: affected(fact)}];
}

function projectErrors(
	read: Read<PerProject<unknown>> | undefined,
	fact: FactName,
	affected: Affected,
): CheckError[] {
	return read?.outcome === 'ok'
		? read.value.flatMap(project => errorsOf(project.read, fact, affected))
		: errorsOf(read, fact, affected);
}

function domainErrors(read: Facts['domainClaims'], affected: Affected): CheckError[] {
	return read?.outcome === 'ok'
		? read.value.flatMap(({name, answer}): CheckError[] =>
				answer.kind === 'failed'
					? [
							{
								code: answer.failure,
								message: answer.reason,
								source: `TXT ${name}`,
								rules: affected('domainClaims'),
							},
						]
					: [],
			)
		: errorsOf(read, 'domainClaims', affected);
}
