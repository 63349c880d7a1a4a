import type {Lesson} from '../lesson.ts';

export const lesson: Lesson = {
	time: {text: '15 min', note: 'for each project', source: 'estimate'},
	description:
		'Decide project by project who gets in and with which role. The project is the real boundary of data in Mixpanel.',
	threat: 'One weak account opens the data of every product, and test laptops hold data of real customers.',
	applicability:
		'Repeat it for every project. Custom roles need Enterprise. On Free, roles in projects may be missing: the pricing page says permissions are not included, which is not proved.',
	lockOutWarnings: [
		'Removing the all-users grant cuts off everybody who had access only through it. List them first.',
		'It covers service accounts as well: systems may lose their access.',
	],
	sideEffects: [
		'Disabling Public Boards ends all public links and embedded boards.',
		'Access that came through a team can be removed by an organization Owner or Admin only.',
		'Deleting a custom role makes its holders Consumer.',
		'The residency of a new project cannot be changed later.',
	],
	undo: [
		'The all-users grant: Invite Users → User: All Users in the Organization → role → Invite.',
		'A removed person: Invite Users again, with the old role.',
		'A lowered role: choose the old one again.',
		'Public Boards: enable again. Whether old links come back is not documented.',
	],
	verify: [
		'No grey banner about all users in any project.',
		'Granted by shows mostly teams.',
		'A Member outside the team logs in and does not see the project.',
		'The audit log shows project.default_access_revoked.',
	],
	auditEvents: [
		'project.default_access_granted',
		'project.default_access_revoked',
		'project.user_added',
		'project.user_removed',
		'project.team_added',
		'project.team_removed',
		'custom_role.created',
		'custom_role.updated',
		'custom_role.deleted',
		'board.public_access_updated',
	],
	apiNote:
		"The service accounts of a project can be read through a documented endpoint. Users of a project and custom roles are known only from Mixpanel's Terraform provider. The all-users grant appears in no described answer but for the data view field has_all_org_members, so you look at the page and attest, project by project.",
};
