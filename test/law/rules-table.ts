/**
 * The rows of the lawyers' table of rules for the series that the code holds so far, copied as they stand: `valid_to` is
 * the last day in force. A rule that differs from its row is wrong until a person has decided which of the two is.
 */

export const rulesTable = `series,law_version,length,unit,direction,owner,citation,valid_from,valid_to,confidence
COURT_TRANSFER_FINAL,L2008,30,calendar_day,after,court,Art.28(1),2015-07-01,2026-06-30,V
COURT_TRANSFER_IMMEDIATE,L2008,15,calendar_day,after,court,Art.28(2),2015-07-01,2026-06-30,V
COURT_TRANSFER_INTERIM,L2008,0,immediate,after,court,Art.28(3),2015-07-01,2026-06-30,V
COURT_TRANSFER_DEFAULT,L2025,15,calendar_day,after,court,Art.33(1),2026-07-01,,V
DECISION_ON_REQUEST,L2008,5,working_day,after,THADS head,Art.36(1),2015-07-01,2026-06-30,V
DECISION_ON_REQUEST,L2025,5,working_day,after,THADS head,Art.34(3),2026-07-01,,V
DECISION_OWN_MOTION,L2008,5,working_day,after,THADS head,Art.36(2),2015-07-01,2026-06-30,V
DECISION_OWN_MOTION,L2025,5,working_day,after,THADS head,Art.33(3)(a),2026-07-01,,V
SEND_DECISION_VKS,L2008,3,working_day,after,THADS agency,Art.38,2015-07-01,2026-06-30,V
SEND_DECISION_VKS,L2025,3,working_day,after,THADS agency,Art.35(2),2026-07-01,,V
NOTIFY_PARTIES,L2008,3,working_day,after,THADS agency,Art.39(2),2009-07-01,2026-06-30,V
NOTIFY_PARTIES,L2025,3,working_day,after,THADS agency,Art.35(1),2026-07-01,,V
VOLUNTARY_PERIOD,L2008-orig,15,calendar_day,after,debtor,Art.45(1) original,2009-07-01,2015-06-30,V2
VOLUNTARY_PERIOD,L2008,10,calendar_day,after,debtor,Art.45(1),2015-07-01,2026-06-30,V
VOLUNTARY_PERIOD,L2025,10,calendar_day,after,debtor,Art.36(1),2026-07-01,,V
VERIFY_FIRST,L2008,10,calendar_day,after,enforcer,Art.44(1),2015-07-01,2026-06-30,V
VERIFY_FIRST,L2025,9,calendar_day,after,enforcer,Art.37(1),2026-07-01,,V*
VERIFY_REPEAT,L2008,6,month,after,enforcer,Art.44(2),2015-07-01,2026-06-30,V
VERIFY_REPEAT,L2025,6,month,after,enforcer,Art.38(3),2026-07-01,,V
NO_CONDITION_DECISION,L2008,5,working_day,after,THADS head,D62/2015 Art.9(4),2015-09-01,2026-06-30,V
NO_CONDITION_DECISION,L2025,5,working_day,after,THADS head,Art.38(1),2026-07-01,,V
NO_CONDITION_PUBLISH,L2008,5,working_day,after,THADS agency,D62/2015 Art.11(1),2015-09-01,2026-06-30,V
NO_CONDITION_PUBLISH,L2025,5,working_day,after,THADS agency,D152/2026 Art.23(1),2026-07-01,,V
POSTPONE_MAX,L2008,3,month,maximum,THADS head,Art.48(2),2015-07-01,2026-06-30,V
POSTPONE_MAX,L2025,3,month,maximum,THADS head,Art.46(2),2026-07-01,,V
PAY_OUT,L2008,10,calendar_day,after,enforcer,Art.47(5),2015-07-01,2026-06-30,V
PAY_OUT,L2025,10,calendar_day,after,enforcer,Art.54(6),2026-07-01,,V
VALUATION_CONTRACT,L2008,5,working_day,after,enforcer,Art.98(2),2009-07-01,2026-06-30,V
VALUATION_CONTRACT,L2025,5,working_day,after,enforcer,Art.82(1)(a),2026-07-01,,V
REVALUATION_REQUEST,L2008,5,working_day,after,party,Art.99(1)(b),2015-07-01,2026-06-30,V
REVALUATION_REQUEST,L2025,5,working_day,after,party,Art.82(2)(c),2026-07-01,,V
AUCTION_CONTRACT,L2008,10,calendar_day,after,enforcer,Art.101(2),2009-07-01,2026-06-30,V
AUCTION_CONTRACT,L2025,5,working_day,after,enforcer,Art.83(2)(a),2026-07-01,,V
PROTEST_SAME_LEVEL,L2008,15,calendar_day,after,procuracy,Art.160(2),2009-07-01,2026-06-30,V
PROTEST_SUPERIOR,L2008,30,calendar_day,after,superior procuracy,Art.160(2),2009-07-01,2026-06-30,V
PROTEST_AREA_PROVINCE,L2025,15,calendar_day,after,area / provincial / military-region procuracy,Art.112(2),2026-07-01,,V
PROTEST_SUPREME,L2025,30,calendar_day,after,Supreme / Central Military procuracy,Art.112(2),2026-07-01,,V
PROTEST_AFTER_CASE_END,L2025,1,year,after,procuracy,Art.112(2),2026-07-01,,V
PROTEST_REPLY,L2008,15,calendar_day,after,THADS head,Art.161(1),2015-07-01,2026-06-30,V
PROTEST_REPLY,L2025,15,calendar_day,after,THADS head / office head,Art.113(1),2026-07-01,,V
PROTEST_COMPLY,L2008,5,working_day,after,THADS head,Art.161(1),2015-07-01,2026-06-30,V
PROTEST_COMPLY,L2025,5,working_day,after,THADS head / office head,Art.113(1),2026-07-01,,V
PROTEST_RECONSIDER_REPLY,L2025,10,calendar_day,after,procuracy,Art.113(2),2026-07-01,,V
PROTEST_ESCALATION_REPLY,L2008,30,calendar_day,after,superior THADS head,Art.161(2),2015-07-01,2026-06-30,V
PROTEST_ESCALATION_REPLY,L2025,30,calendar_day,after,THADS management agency (MOJ/MND),Art.113(2),2026-07-01,,V
PROTEST_MINISTER_REPLY,L2008,30,calendar_day,after,Minister,Art.161(3),2015-07-01,2026-06-30,V
PROTEST_MINISTER_REPLY,L2025,30,calendar_day,after,Minister,Art.113(3),2026-07-01,,V
RECOMMENDATION_REPLY,L2008,,no_limit_stated,after,THADS agency,VKSND Law 2014 Art.5(2),2015-06-01,2026-06-30,V
RECOMMENDATION_REPLY,L2025,15,calendar_day,after,THADS head / office head,Art.113(1),2026-07-01,,V
RECOMMENDATION_COMPLY,L2025,5,working_day,after,THADS head / office head,Art.113(1),2026-07-01,,V
RECOMMENDATION_DISAGREE,L2025,15,calendar_day,after,THADS head / office head,Art.113(4) with 113(1),2026-07-01,,V
REQUEST_COMPLY,VKSND2014,0,immediate,after,THADS agency,VKSND Law 2014 Art.28(6),2015-06-01,2025-06-30,V
REQUEST_SELF_INSPECT,VKSND2014,30,calendar_day,after,THADS agency,VKSND Law 2014 Art.28(6),2015-06-01,2025-06-30,V
REQUEST_COMPLY,VKSND2025,0,immediate,after,THADS agency,VKSND Law Art.28 as amended by 82/2025,2025-07-01,,U
REQUEST_SELF_INSPECT,VKSND2025,30,calendar_day,after,THADS agency,VKSND Law Art.28 as amended by 82/2025,2025-07-01,,U`;
