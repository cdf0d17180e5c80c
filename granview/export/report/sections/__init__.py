"""What a report says, part by part: from what a session holds to blocks of a document."""
