/** The demo's best-connected person. The password is no secret: it opens invented accounts on this machine only. */
export const DEMO = { handle: 'rafael_fernandez', password: 'nexus-demo-2026' } as const;
