"""What trainers and authors run: build, translate, grade, report and host the course."""
