"""The sections of the evaluation, in the order in which they are printed."""

from evals import (
    annotated,
    cost,
    ecbplus,
    gold_records,
    golden_cases,
    news_clusters,
    places,
    plover,
    polnear,
    recognizers,
    timeml,
)
from evals.measure import Measure

SECTIONS: tuple[Measure, ...] = (
    golden_cases.MEASURE,
    gold_records.MEASURE,
    annotated.MEASURE,
    polnear.MEASURE,
    timeml.MEASURE,
    recognizers.MEASURE,
    places.MEASURE,
    plover.MEASURE,
    news_clusters.MEASURE,
    ecbplus.MEASURE,
    cost.MEASURE,
)
