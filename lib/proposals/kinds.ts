/** The closed lists of a proposal's own words. */

export const proposalKinds = ['conclusion', 'recommendation'] as const
export type ProposalKind = (typeof proposalKinds)[number]
