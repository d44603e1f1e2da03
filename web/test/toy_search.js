/* What can be searched for in the toy landscape: Ashby was Oldash once, and Middleton is in Bourn. */
/** @import { Search } from "../src/payloads" */

/** @returns {Search} */
export const searchRows = () => ({
  bodies: [
    ["ca-north", "combined_authority", "North Combined Authority", ["North", "NCA"], [-2, 52, 0, 54]],
    ["lep-one", "lep", "One LEP", [], [-2, 52, 0, 53]],
    ["stp-x", "stp", "STP X", [], null],
  ],
  others: { E06000001: ["Oldash", "E06000901"], "trust-c": ["RCC"] },
  kinds: {
    combined_authority: "Combined authorities Combined authority",
    lep: "Local enterprise partnership LEP",
    stp: "STP footprint STP",
    city_deal: "City deal",
    growth_deal: "Growth deal",
    pilot: "Pilot",
    university: "University",
    nhs_trust: "NHS trust",
  },
  towns: { name: ["Middleton"], district: [1], lon: [-0.5], lat: [52.5] },
});
