export const officePath = "/console/office";
