"""Drafts notes on a Spark cluster: spark-submit draft.py NOTES.ndjson MODELS [PROGRAM]

Each line of NOTES is {"id", "note", "answers"}; MODELS gets a model a line, in the same order. Spark runs the program once
for each partition and hands it the partition's lines.
"""
import sys

from pyspark.sql import SparkSession


def draft(spark, notes, models, program="postmortem", partitions=8):
    """Pipes the lines of `notes` through the program on `partitions` machines or cores, into the folder `models`."""
    lines = spark.sparkContext.textFile(notes, minPartitions=partitions)
    # A bad line gives an error object, and the program's status is then 2: that must not end the job.
    lines.pipe(f"sh -c '{program} stream --jobs 1 --quiet || test $? -eq 2'", checkCode=True).saveAsTextFile(models)


if __name__ == "__main__":
    session = SparkSession.builder.appName("postmortem").getOrCreate()
    draft(session, *sys.argv[1:])
    session.stop()
