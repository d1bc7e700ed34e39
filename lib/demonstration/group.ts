import type { Tx } from '@/lib/db/client'

/** The expert group of the demonstration, as its own documents name it. */
const group = {
  name: 'Expert Group to Conduct a Comprehensive Study on Cybercrime',
  shortName: 'Expert Group on Cybercrime',
  symbolRoot: 'UNODC/CCPCJ/EG.4',
  parentBody: 'Commission on Crime Prevention and Criminal Justice',
  mandates: [
    'General Assembly resolution 65/230',
    'General Assembly resolution 74/173',
    'Commission on Crime Prevention and Criminal Justice resolution 26/4',
  ],
  seat: 'Vienna',
}

/** Makes the group, unless an earlier version has made it with the reference data, and returns its id. */
export async function makeGroup(tx: Tx): Promise<string> {
  const { id } =
    (await tx.expertGroup.findFirst()) ?? (await tx.expertGroup.create({ data: group }))
  return id
}
