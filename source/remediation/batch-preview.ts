import type {ChangePlan, ChangePreview} from './change-plan.ts';
import {organizationWords} from './organization-words.ts';

/** What a person sees of changes that are confirmed together. */
export type BatchPreview = {
	/** As of a single change where all are in one project; else the organization alone. */
	readonly where: string;
	/** Each change; the subject carries its project where there are several. */
	readonly changes: readonly (Pick<ChangePreview, 'now' | 'after'> & {readonly subject: string})[];
	/** What follows of any of them, each sentence once. */
	readonly consequences: readonly string[];
};

/** The preview of changes planned in one organization. */
export function batchPreview(plans: readonly [ChangePlan, ...ChangePlan[]]): BatchPreview {
	const [{preview: first, target}] = plans;
	const isOneProject = plans.every(({preview}) => preview.project === first.project);
	return {
		where: isOneProject ? first.where : organizationWords(target),
		changes: plans.map(({preview: {subject, project, now, after}}) => ({
			subject: isOneProject ? subject : `${subject} · ${project}`,
			now,
			after,
		})),
		consequences: [...new Set(plans.flatMap(({preview}) => preview.consequences))],
	};
}
