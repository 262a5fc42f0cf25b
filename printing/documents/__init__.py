"""What each paper says, as plain frozen data that can be stored, compared and drawn again."""

from __future__ import annotations

from printing.documents.advice import (
    EntitlementGroup,
    EntitlementLine,
    EntitlementSheet,
    HukouCondition,
    HukouNotice,
    HukouRoute,
    PrivacyNotice,
    PrivacyUse,
    StaffingFinding,
    StaffingSheet,
)
from printing.documents.application import (
    AcceptanceReceipt,
    CollectionSlip,
    DenialNotice,
    MissingItem,
    MissingItemsNotice,
    RefusalNotice,
    RefusalReason,
)
from printing.documents.document import (
    LAYOUT,
    ORIGINAL,
    Copy,
    Document,
    texts,
)
from printing.documents.lists import (
    CallLine,
    CallList,
    DayCase,
    DayException,
    DayLine,
    DaySummary,
    ProductionLine,
    ProductionSheet,
    StockBalance,
    StockBatch,
    StockPlace,
    StockRun,
)
from printing.documents.own_data import DataGroup, DataLine, OwnDataSheet
from printing.documents.permit import (
    CancellationCertificate,
    EndorsementSlip,
    PermitCard,
)
from printing.documents.registration import (
    Minor,
    RegistrationCertificate,
)
from printing.documents.restore_drill import DrillLine, RestoreDrill

__all__ = [
    "KINDS",
    "LAYOUT",
    "ORIGINAL",
    "AcceptanceReceipt",
    "CallLine",
    "CallList",
    "CancellationCertificate",
    "CollectionSlip",
    "Copy",
    "DataGroup",
    "DataLine",
    "DayCase",
    "DayException",
    "DayLine",
    "DaySummary",
    "DrillLine",
    "DenialNotice",
    "Document",
    "EndorsementSlip",
    "EntitlementGroup",
    "EntitlementLine",
    "EntitlementSheet",
    "HukouCondition",
    "HukouNotice",
    "HukouRoute",
    "Minor",
    "MissingItem",
    "MissingItemsNotice",
    "OwnDataSheet",
    "PermitCard",
    "PrivacyNotice",
    "PrivacyUse",
    "ProductionLine",
    "ProductionSheet",
    "RefusalNotice",
    "RefusalReason",
    "RegistrationCertificate",
    "StaffingFinding",
    "RestoreDrill",
    "StaffingSheet",
    "StockBalance",
    "StockBatch",
    "StockPlace",
    "StockRun",
    "texts",
]

KINDS: dict[str, type[Document]] = {
    kind.KIND: kind
    for kind in (
        RegistrationCertificate,
        AcceptanceReceipt,
        MissingItemsNotice,
        RefusalNotice,
        DenialNotice,
        DaySummary,
        EntitlementSheet,
        HukouNotice,
        EndorsementSlip,
        CancellationCertificate,
        StockBalance,
        ProductionSheet,
        CallList,
        CollectionSlip,
        PrivacyNotice,
        StaffingSheet,
        OwnDataSheet,
        RestoreDrill,
        PermitCard,
    )
}
